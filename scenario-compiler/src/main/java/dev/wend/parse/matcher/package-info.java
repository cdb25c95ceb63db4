/** The matchers as documents write them (SEMANTICS.md section 3), each declared once. */
package dev.wend.parse.matcher;
