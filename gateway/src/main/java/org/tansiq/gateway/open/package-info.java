/** What is public: read by everybody, without signing in. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.open;
