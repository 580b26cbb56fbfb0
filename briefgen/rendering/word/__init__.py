"""A brief as a Word document, made from the tokens of its Markdown.

``document`` is the door. The styles, the lists, the theme and the empty document are made by code
(``styles``, ``style_sheet``, ``theme``, ``blank``): there is no binary template in the tree.
``page`` walks the tokens; ``roles`` says which style a paragraph has, ``inline``, ``tables``,
``contents`` and ``links`` write what it holds, ``evidence`` says for programs what each citation
rests on. python-docx is an extra: only ``availability`` may be imported without it.
"""
