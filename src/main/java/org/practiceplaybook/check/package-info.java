/**
 * What is wrong with a playbook, and what could be better. A rule is a small class; to add one, write it, name it in
 * {@link org.practiceplaybook.check.Checks}, and write its test.
 */
package org.practiceplaybook.check;
