/**
 * What is wrong with a playbook, and what could be better. A rule is a small class; to add one, write it, name it in
 * {@link org.practiceplaybook.check.Checks}, enter what it asks in {@link org.practiceplaybook.source.RuleCode}, and put a
 * case into the table of mistakes that the tests read.
 */
package org.practiceplaybook.check;
