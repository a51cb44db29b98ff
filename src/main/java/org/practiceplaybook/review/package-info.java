/** Two states of a playbook beside each other: what was added, changed, renamed and removed, what that brings, and the page that shows it. */
package org.practiceplaybook.review;
