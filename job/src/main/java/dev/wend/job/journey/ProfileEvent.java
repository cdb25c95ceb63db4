package dev.wend.job.journey;

import dev.wend.event.CustomerEvent;
import dev.wend.event.Profile;

/**
 * An event, and what it did to the profile.
 *
 * @param before the profile just before the event's own change
 * @param after the profile just after it
 */
record ProfileEvent(CustomerEvent event, Profile before, Profile after) {}
