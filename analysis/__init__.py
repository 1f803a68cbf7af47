"""A Jupyter analysis suite for Arabic news; every number leads back to its sentences.

`load` reads files into articles; `terms`, `actors`, `events`, `stories` and `context` turn tables into
tables; `charts` draws a table. Stages meet in the notebook:

    from analysis import actors, charts, context, events, load, stories, terms
"""
