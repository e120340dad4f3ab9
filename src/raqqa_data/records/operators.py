"""What is not a number says which function was meant, where it is added, ordered or converted like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from raqqa_data.errors import OperationError

_ADD = "which may be added is a question of indicator, place and time: rd.total([one, other]) answers it"
_SUBTRACT = "what lies between two is told by rd.compare(one, other)"
_ORDER = "two figures with bounds have no order: rd.compare(one, other), or key=lambda o: o.estimate.best"
_ORDER_OF_ESTIMATES = "two with bounds have no order: take .best, .low or .high, or rd.compare() of two records"
_DIVIDE = "rd.share(part, whole), rd.ratio(one, other) and rd.rate(one, per='day') divide, with the bounds kept"
_NUMBER = "take the part that you mean: .estimate.best, .estimate.low or .estimate.high"


class NoOrder:
    """Refuses to be ordered, for of two estimates with bounds neither need be the larger."""

    __slots__ = ()

    if not TYPE_CHECKING:  # so that a type checker refuses it too

        def __lt__(self, other: object) -> NoReturn:
            raise OperationError("<", self, _ORDER_OF_ESTIMATES)

        __gt__ = __le__ = __ge__ = __lt__


class NoNumber:
    """Refuses the operators of numbers, each with the function that was meant."""

    __slots__ = ()

    if not TYPE_CHECKING:  # so that a type checker refuses them too

        def __add__(self, other: object) -> NoReturn:
            raise OperationError("+", self, _ADD)

        __radd__ = __add__

        def __sub__(self, other: object) -> NoReturn:
            raise OperationError("-", self, _SUBTRACT)

        __rsub__ = __sub__

        def __truediv__(self, other: object) -> NoReturn:
            raise OperationError("/", self, _DIVIDE)

        __rtruediv__ = __floordiv__ = __rfloordiv__ = __truediv__

        def __mul__(self, other: object) -> NoReturn:
            raise OperationError("*", self, _NUMBER)

        __rmul__ = __mul__

        def __mod__(self, other: object) -> NoReturn:
            raise OperationError("%", self, _NUMBER)

        __rmod__ = __divmod__ = __rdivmod__ = __mod__

        def __pow__(self, other: object) -> NoReturn:
            raise OperationError("**", self, _NUMBER)

        __rpow__ = __pow__

        def __neg__(self) -> NoReturn:
            raise OperationError("-", self, _NUMBER)

        def __pos__(self) -> NoReturn:
            raise OperationError("+", self, _NUMBER)

        def __abs__(self) -> NoReturn:
            raise OperationError("abs()", self, _NUMBER)

        def __lt__(self, other: object) -> NoReturn:
            raise OperationError("<", self, _ORDER)

        __gt__ = __le__ = __ge__ = __lt__

        def __float__(self) -> NoReturn:
            raise OperationError("float()", self, _NUMBER)

        def __round__(self, digits: int | None = None) -> NoReturn:
            raise OperationError("round()", self, _NUMBER)

        def __int__(self) -> NoReturn:
            raise OperationError("int()", self, _NUMBER)
