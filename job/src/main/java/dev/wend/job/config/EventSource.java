package dev.wend.job.config;

import java.time.Duration;

/**
 * Where events come from.
 *
 * @param outOfOrderness how much older than the newest event of its partition an event may be
 * @param idleAfter how long nothing comes before a partition counts as silent
 */
public record EventSource(
    KafkaInput kafka, EventFormat format, Duration outOfOrderness, Duration idleAfter) {}
