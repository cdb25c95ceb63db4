/** Event, profile and pattern matchers (SEMANTICS.md section 3): values that say by themselves whether they hold. */
package dev.wend.matcher;
