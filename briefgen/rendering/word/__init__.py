"""A brief as a Word document, made from the tokens of its Markdown.

``document`` is the door. The styles, the numbering and the empty document are made by code
(``styles``, ``style_sheet``, ``theme``, ``blank``), so that there is no binary template in the tree; ``page``
walks the tokens, with ``inline``, ``tables`` and ``links`` for what stands in a paragraph, in a
table, and leads from one place to another, and ``evidence`` for programs. python-docx is an extra: only ``availability`` may be
imported without it.
"""
