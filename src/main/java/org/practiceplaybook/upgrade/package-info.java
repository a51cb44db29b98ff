/** The program that a playbook uses: where it is kept, and what a newer one brings to the playbook's repository. */
package org.practiceplaybook.upgrade;
