"""The field layer: an input made from the model field, with its label, its help, its limit and its type.

A step module says `PARTS = form(Goal, "own_words", ("target", "per"), "by_when")` once, at import, and draws
`Fields(PARTS, entry, path)`. Everything else is read from the model. A change goes to `edits.put(path, value)`.
"""

from widgets.forms.form import Fields, FormFieldError, form, page_of

__all__ = ["Fields", "FormFieldError", "form", "page_of"]
