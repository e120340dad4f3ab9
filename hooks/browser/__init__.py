"""What runs in a reader's browser, on Pyodide: reading a dropped file, and the page that confirms a draft."""
