/** XML behind walls, and vector images that can do nothing but be seen. */
package org.practiceplaybook.xml;
