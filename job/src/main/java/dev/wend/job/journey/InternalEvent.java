package dev.wend.job.journey;

/** An event that a profile action made (SEMANTICS.md section 5, step 6). */
record InternalEvent(ProfileEvent happened, Cascade cascade) {}
