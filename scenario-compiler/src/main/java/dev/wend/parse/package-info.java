/** JSON to scenario, every value with its line and column; all that is wrong in one go. */
package dev.wend.parse;
