export * from './areas';
export * from './audit';
export * from './counts';
export * from './evidence';
export * from './figures';
export * from './roles';
export * from './scenarios';
export * from './users';
