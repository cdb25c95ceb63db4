package dev.wend.parse.matcher;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.matcher.Comparison;
import dev.wend.parse.shape.Note;

/**
 * A document compares something.
 *
 * @param pointer the object with {@code op} and {@code value}
 */
public record ComparisonUse(JsonPointer pointer, Comparison comparison) implements Note {}
