/** The values that a field can hold: ranges of time and people, dates, states. */
package org.practiceplaybook.content.value;
