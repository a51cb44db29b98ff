/** When files were written and by whom, by one pass over git's history. */
package org.practiceplaybook.history;
