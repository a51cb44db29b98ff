/** From pages to files: the complete set of them first, then the disk. The only room that writes. */
package org.practiceplaybook.publish;
