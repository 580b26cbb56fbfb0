"""The extractor that asks a language model, hosted or local.

What a model says is a proposal: only what stands in the article at its place becomes a record.
Nothing here asks anything of anybody unless a person named a model.
"""
