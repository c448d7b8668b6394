"""Simple formulas in the letters and signs of Unicode: ``x^2 \\le \\alpha_1`` is x² ≤ α₁."""

import re

LONGEST = 200
"""Characters of a formula that is looked at."""
_SIGNS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠",
    "neq": "≠", "approx": "≈", "sim": "~", "to": "→", "rightarrow": "→", "infty": "∞", "in": "∈",
    "sum": "Σ", "prod": "Π", "int": "∫", "partial": "∂", "nabla": "∇", "ldots": "…", "cdots": "…", "dots": "…",
    "prime": "′", "circ": "°",
    "log": "log", "ln": "ln", "exp": "exp", "sin": "sin", "cos": "cos", "tan": "tan", "max": "max", "min": "min",
    "left": "", "right": "", "quad": " ", "qquad": " ",
}  # fmt: skip
_RAISED = dict(zip("0123456789+-=()nia", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃ", strict=True))
_LOWERED = dict(zip("0123456789+-=()aeijknt", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₙₜ", strict=True))
_GROUP = r"\s*\{([^{}\\]*)\}"
_WORDS = re.compile(rf"\\(?:text|mathrm|mathbf|mathit|operatorname){_GROUP}")
_PARTS = re.compile(rf"\\[dt]?frac{_GROUP}{_GROUP}|\\(sqrt){_GROUP}")
_SCRIPT = re.compile(r"([\^_])(?:\{([^{}\\]*)\}|([\w+-]))")
_NAME = re.compile(r"\\([A-Za-z]+)")


def readable(formula: str) -> str:
    """The formula without TeX's commands; one that has others than the simple ones stays as it is."""
    if len(formula) > LONGEST:
        return formula
    text = _NAME.sub(lambda found: _SIGNS.get(found[1], found[0]), re.sub(r"\\[,;! ]", " ", formula))
    before = ""
    while before != text:
        before = text
        text = _PARTS.sub(_part, _SCRIPT.sub(_script, _WORDS.sub(r"\1", text)))
    text = " ".join(text.replace("\\%", "%").split())
    return formula if re.search(r"[\\{}]", text) else text


def _part(found: re.Match[str]) -> str:
    above, below, root, inside = found.groups()
    return f"√{_whole(inside)}" if root else f"{_whole(above)}/{_whole(below)}"


def _whole(text: str) -> str:
    """The text, in parentheses where it is more than one thing."""
    return text if re.fullmatch(r"\w*", text) else f"({text})"


def _script(found: re.Match[str]) -> str:
    kind, group, single = found.groups()
    text = single or group or ""
    signs = _RAISED if kind == "^" else _LOWERED
    if all(sign in signs for sign in text):
        return "".join(signs[sign] for sign in text)
    return kind + _whole(text)
