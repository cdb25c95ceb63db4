package dev.wend.job.journey;

import dev.wend.event.CustomerEvent;
import dev.wend.event.Profile;

/**
 * An event that a profile action made (SEMANTICS.md section 5, step 6).
 *
 * @param before the profile just before the action
 * @param after the profile just after it
 */
record InternalEvent(CustomerEvent event, Profile before, Profile after, Cascade cascade) {}
