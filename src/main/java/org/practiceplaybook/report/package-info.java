/** How findings are told: on a terminal, to a workflow, to an editor, to a program. */
package org.practiceplaybook.report;
