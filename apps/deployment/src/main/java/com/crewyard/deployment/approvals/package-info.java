/** Four eyes: what is deployed to protected environments is approved by somebody else than who asked for it. */
@NullMarked
package com.crewyard.deployment.approvals;

import org.jspecify.annotations.NullMarked;
