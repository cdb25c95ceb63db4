/** What the pages of all commands have in common: look, components, libraries. */
package dev.wend.job.page;
