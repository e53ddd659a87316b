/**
 * Tells pages what others do, as it happens: the journal over WebSocket, replayable from a cursor, with polling for
 * where WebSockets do not pass.
 */
@NullMarked
package com.crewyard.recruiting.live;

import org.jspecify.annotations.NullMarked;
