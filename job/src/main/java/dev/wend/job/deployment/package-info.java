/** What runs: documents from files and from the control topic, and what becomes of them (SEMANTICS.md section 6, "Live"). */
package dev.wend.job.deployment;
