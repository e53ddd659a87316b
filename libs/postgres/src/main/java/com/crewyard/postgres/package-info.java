/**
 * PostgreSQL in every form we meet it: embedded on a data directory, or a server by any provider's URL; and tenancy,
 * which scopes each transaction to one organization so that row-level security can hold.
 */
@NullMarked
package com.crewyard.postgres;

import org.jspecify.annotations.NullMarked;
