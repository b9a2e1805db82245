import fc from 'fast-check';

// Every run tries the same examples, so that a change and not chance decides whether the tests pass. FUZZ_RUNS looks further.
if (!process.env.FUZZ_RUNS) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_260_301 });
