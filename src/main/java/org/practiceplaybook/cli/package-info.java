/** The command line: one class for each verb. */
package org.practiceplaybook.cli;
