/** Case folders: a scenario, a history, and every record that the contract asks for. */
package dev.wend.job.cases;
