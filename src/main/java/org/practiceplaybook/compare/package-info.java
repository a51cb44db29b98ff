/** Two states of a playbook beside each other: what was added, changed, renamed and removed, and what that brings. */
package org.practiceplaybook.compare;
