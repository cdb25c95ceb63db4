/** The scenario document as written (SEMANTICS.md section 2): values without behaviour. */
package dev.wend.scenario;
