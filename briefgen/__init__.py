"""briefgen turns a folder of articles into a short, fair and traceable policy brief."""

__version__ = "0.1.0"
