package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Entrance;

/**
 * What an instance starts again on (SEMANTICS.md section 6, {@code onUpdate}).
 *
 * @param before the version on which it entered
 * @param messageId a part of the new instance's id
 */
record Restart(
    CompiledScenario before, CompiledScenario scenario, Entrance entrance, String messageId) {}
