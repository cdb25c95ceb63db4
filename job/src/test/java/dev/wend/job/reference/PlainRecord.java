package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An action or a trace record.
 *
 * @param action whether it is an action
 */
record PlainRecord(boolean action, ObjectNode json) {}
