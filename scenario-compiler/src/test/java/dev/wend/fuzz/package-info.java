/** Documents that nobody would write: whatever stands in a text, what comes of it is issues, soon and in bounded memory. */
package dev.wend.fuzz;
