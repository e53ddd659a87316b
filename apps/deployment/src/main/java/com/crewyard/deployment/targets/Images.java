package com.crewyard.deployment.targets;

import java.nio.file.Path;

/** Images where containers are run. What is told of one stays true whatever its name is given to later. */
public interface Images {

    /**
     * An image as releases keep it.
     *
     * @param pinned runs this very one, now and later
     * @param digest of what is in it
     */
    record Image(String pinned, String digest) {}

    /**
     * The image behind a name, pulled when it is not there.
     *
     * @throws TargetException when it is nowhere, or its registry refuses
     */
    Image find(String reference);

    /**
     * Builds one.
     *
     * @param name what it is called afterwards, without a tag
     * @param dockerfile within the context
     * @throws TargetException in one sentence with the builder's last words
     */
    Image build(String name, Path context, Path dockerfile);
}
