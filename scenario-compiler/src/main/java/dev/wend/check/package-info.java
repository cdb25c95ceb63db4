/** The rules that a document must keep beyond its form (SEMANTICS.md sections 2 to 4), one class each. */
package dev.wend.check;
