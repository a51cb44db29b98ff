/** How work is spread over the machine's cores. */
package org.practiceplaybook.work;
