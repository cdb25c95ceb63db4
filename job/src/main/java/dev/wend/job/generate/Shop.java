package dev.wend.job.generate;

/** What every scene needs: where to write, where to plan, and what is sold. */
record Shop(Journal journal, Agenda agenda, Catalogue catalogue) {}
