/** The values that documents write as text, and what is to be remembered of them. */
package dev.wend.parse.value;
