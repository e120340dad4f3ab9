// One request of the page, and who answers it: here the server that the page came from.

export async function send(what, body) {
  const answer = await fetch(`api/${what}`, body === undefined ? {} : {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
  });
  return { ok: answer.ok, told: await answer.json() };
}
