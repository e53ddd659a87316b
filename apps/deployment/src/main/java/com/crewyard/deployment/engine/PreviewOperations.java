package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.List;

/**
 * What can be done with environments of pull requests, by whichever way.
 *
 * <p>Every operation throws {@link RefusedException} when the request or the moment is wrong; nothing is changed then.
 */
public interface PreviewOperations {

    /**
     * Begins a release in a pull request's environment, which is made if it is not there, and has it stay its full time from
     * now on.
     *
     * @throws RefusedException also when there are as many as the app spec allows
     */
    PreviewLine create(PreviewOrder order);

    /** Those that are there. */
    List<PreviewLine> list();

    /**
     * Ends one with all that it has, its databases too, and returns when it is gone.
     *
     * @throws RefusedException also when there is none
     */
    void destroy(String application, int number, String actor);

    /**
     * Has one ended soon, by whoever works then.
     *
     * @throws RefusedException also when there is none
     */
    void end(String application, int number, String actor);
}
