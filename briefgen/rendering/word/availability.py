"""Whether Word documents can be written here: python-docx is an extra."""

from briefgen.errors import WordError

INSTALL_HINT = "pip install 'briefgen[docx]', or pip install python-docx"


def require_python_docx() -> None:
    """See that python-docx is there and can be used.

    Raises:
        WordError: it is missing, another package has its name, or it is broken.
    """
    try:
        import docx
    except ImportError as exc:
        message = "no Word documents, because python-docx is not installed"
        if exc.name != "docx":
            message = f"no Word documents, because python-docx cannot be imported: {exc}"
        raise WordError(message, hint=INSTALL_HINT) from exc
    if not hasattr(docx, "Document"):
        message = "no Word documents, because the package named docx is not python-docx"
        raise WordError(message, hint=INSTALL_HINT)
