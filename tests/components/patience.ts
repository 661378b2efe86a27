// A busy machine may take seconds to load a part that comes later; a test that waits for it must not fail for that.
import { configure } from '@testing-library/svelte';

configure({ asyncUtilTimeout: 20_000 });
