package dev.wend.job.config;

/**
 * A value that holds, as it may be shown.
 *
 * @param path for example {@code source.kafka.topics}
 * @param shown the value; secrets as {@code ***}, what holds an environment variable as it was written
 * @param origin a place of the document, an environment variable, a setting, or {@code default}
 */
public record EffectiveValue(String path, String shown, String origin) {}
