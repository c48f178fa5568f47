/** What can be imported, and the signatures that completion and help read. */
package io.nyala.dsl.names.modules;
